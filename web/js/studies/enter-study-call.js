import { StudyCall, Unavailable } from '../../sdk/moim.js';
import { mediaPhrase } from '../shared/refusal.js';

/**
 * From the study's page into its call: opens what of microphone and camera is wished for (nothing else
 * may light up), and joins. Rejects with a Refusal, and then leaves nothing running.
 */
export async function enterStudyCall({ client, session, media, study, self, wish, notices }) {
  if (!session) throw new Unavailable('studySocket', 'client');
  const call = new StudyCall({ client, session, media, study, self });
  try {
    await session.ready();
    const failure = wish.mic || wish.cam ? await media.open(wish) : null;
    if (failure) notices.warn(mediaPhrase(failure));
    await call.join();
    return call;
  } catch (refusal) {
    call.abandon();
    media.close();
    throw refusal;
  }
}
