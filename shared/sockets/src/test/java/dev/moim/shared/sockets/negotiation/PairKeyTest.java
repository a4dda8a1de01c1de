package dev.moim.shared.sockets.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairKeyTest {

  @Test
  void eachDirectionHasItsOwn() {
    PairKey there = PairKey.in("license/room").from("minji").to("jisoo");
    PairKey back = PairKey.in("license/room").from("jisoo").to("minji");
    assertThat(there).isNotEqualTo(back);
    assertThat(there.scope()).isEqualTo("license/room");
    assertThat(there.to()).isEqualTo("jisoo");
  }

  @Test
  void aScopeMayHoldWhatSeparatesPeers() {
    PairKey pair = PairKey.in("license#room").from("minji").to("jisoo");
    assertThat(pair.scope()).isEqualTo("license#room");
    assertThat(pair.to()).isEqualTo("jisoo");
  }
}
