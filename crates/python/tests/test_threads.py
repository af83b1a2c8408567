"""The interpreter's lock is released while the equations run."""

import threading
import time

import voced


def longest_pause(work) -> tuple[float, float]:
    """How long `work` takes in another thread, and the longest that this one had to wait meanwhile."""
    done = threading.Event()

    def run():
        work()
        done.set()

    thread = threading.Thread(target=run)
    start = last = time.perf_counter()
    thread.start()
    longest = 0.0
    while not done.is_set():
        # A lock that is held would be heard here: the next tick would come when the work has ended.
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    thread.join()
    return time.perf_counter() - start, longest


def test_a_long_call_lets_others_run(scenario):
    for work in [
        lambda: voced.uncertainty(scenario, draws=300_000, quantities=["teachers"]),
        lambda: voced.batch(["laiwu", "dezhou"] * 8, {f"s{i}": scenario for i in range(4)}, draws=4000),
    ]:
        total, longest = longest_pause(work)
        assert total > 0.05, "too short to tell"
        assert longest < total / 2, (total, longest)


def test_two_threads_at_once_get_what_one_gets(scenario):
    expected = voced.uncertainty(scenario, draws=2000, quantities=["teachers"]).to_json()
    found = []
    threads = [
        threading.Thread(
            target=lambda: found.append(voced.uncertainty(scenario, draws=2000, quantities=["teachers"]).to_json())
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4
