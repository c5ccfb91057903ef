# Runs live tests one after the other and tells of each in a line: what held, or why not.
import signal
import sys
import time
import traceback

from labs.processes import LabFault


def run(tests, wanted, before):
    """Tests are (sentence, function) pairs; status 1 where one does not hold. `wanted`: words that the sentence must have;
    `before`: puts the lab in order for the next."""
    failed = 0
    for sentence, test in tests:
        if any(word not in sentence for word in wanted):
            continue
        began = time.monotonic()
        try:
            before()
            more = test()
            print(
                f"ok      {time.monotonic() - began:5.1f} s  {sentence}{': ' + more if more else ''}",
                flush=True,
            )
        except LabFault as fault:
            failed += 1
            print(f"FAILED  {time.monotonic() - began:5.1f} s  {sentence}: {fault}", flush=True)
        except Exception:  # the next test may hold
            failed += 1
            print(
                f"FAILED  {time.monotonic() - began:5.1f} s  {sentence}:\n{traceback.format_exc()}",
                flush=True,
            )
    print(f"{failed} of the live feed's tests do not hold" if failed else "all of them hold", flush=True)
    return 1 if failed else 0


def end_tidily():
    """Told to end, the program leaves by its `finally` blocks, which take its lab down."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))


def demand(true, words):
    if not true:
        raise LabFault(words)


def fail(words):
    print(words, file=sys.stderr)
    sys.exit(1)
