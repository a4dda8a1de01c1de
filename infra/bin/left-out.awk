# Counts the tests of Java files that are tagged slow, or start everything.
FNR == 1 { end_to_end = FILENAME ~ /\/e2e\// }
/@Tag\("slow"\)/ { slow = 1 }
/^ *@(Test|ParameterizedTest|RepeatedTest|Property)/ && (slow || end_to_end) { tests++; slow = 0 }
END { print tests + 0 }
