"""Workers die, everything dies, disks fill up: what is written in the end is what an undisturbed run writes."""

import json
import os
import random
import resource
import signal
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc and sends signals")


def finish(process):
    out, err = process.communicate(timeout=60)
    return process.returncode, out.decode(), err.decode()


def children(process):
    try:
        return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    except OSError:
        return []


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def records_done(journal):
    return json.loads(journal.read_text())["position"][2] if journal.exists() else 0


def left_behind(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix in (".partial", ".journal", ".tmp"))


@pytest.fixture
def undisturbed(faulty, tmp_path):
    """Return a function that gives the bytes of an undisturbed run in one process."""

    def run(source, name="whole.jsonl"):
        status, _, err = finish(faulty("clean", source, "-o", tmp_path / name))
        assert (status, err.count("rejected")) == (0, 0)
        return (tmp_path / name).read_bytes()

    return run


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_workers_killed_twenty_times_leave_no_trace(name, faulty, corpus, undisturbed, tmp_path):
    source = corpus(2500)
    expected = undisturbed(source, "whole" + name)
    process = faulty("clean", source, "-o", tmp_path / name, "--workers", 2, milliseconds=2)
    kills, dice = 0, random.Random(name)
    while process.poll() is None and kills < 20:
        time.sleep(dice.uniform(0.01, 0.06))
        if workers := children(process):
            os.kill(dice.choice(workers), signal.SIGKILL)
            kills += 1
    status, _, err = finish(process)
    assert (status, err.count("rejected")) == (0, 0), err
    assert kills == 20
    assert (tmp_path / name).read_bytes() == expected
    assert not left_behind(tmp_path)


def test_a_run_killed_and_resumed_ten_times_ends_in_the_same_bytes(faulty, corpus, undisturbed, tmp_path):
    source, out = corpus(3000), tmp_path / "out.jsonl"
    expected = undisturbed(source)
    journal, dice, done = tmp_path / "out.jsonl.journal", random.Random(10), [0]
    for _ in range(10):
        process = faulty("clean", source, "-o", out, "--workers", 2, "--resume", milliseconds=3)
        while records_done(journal) == done[-1]:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 0.1))
        os.killpg(process.pid, signal.SIGKILL)
        assert finish(process)[0] == -signal.SIGKILL
        assert not out.exists()
        done.append(records_done(journal))
    assert done == sorted(done)
    assert finish(faulty("clean", source, "-o", out, "--workers", 3, "--resume"))[0] == 0
    assert out.read_bytes() == expected
    assert not left_behind(tmp_path)


def test_a_poisonous_and_a_killing_record_are_rejected_and_the_others_done(faulty, corpus, tmp_path):
    source, out, rejects = corpus(300, _77="毒", _200="杀"), tmp_path / "out.jsonl", tmp_path / "bad.jsonl"
    status, _, err = finish(faulty("clean", source, "-o", out, "--workers", 2, "--rejects", rejects))
    assert status == 1
    assert "298 articles" in err
    assert [record["id"] for record in lines(out)] == [i for i in range(300) if i not in (77, 200)]
    poison, killer = lines(rejects)
    assert (poison["place"], poison["stage"], poison["reason"]) == (f"{source}:78", "clean", "ValueError: poison")
    assert (killer["place"], killer["stage"]) == (f"{source}:201", "worker")
    assert "killed" in killer["reason"]
    assert "signal 9" in killer["reason"]
    assert json.loads(killer["raw"])["id"] == 200


def test_a_record_that_takes_too_long_is_rejected(faulty, corpus, tmp_path):
    source, out = corpus(60, _30="慢"), tmp_path / "out.jsonl"
    status, _, err = finish(faulty("clean", source, "-o", out, "--record-timeout", 0.5))
    assert status == 1
    assert f"{source}:31: took longer than 0.5 seconds" in err
    assert [record["id"] for record in lines(out)] == [i for i in range(60) if i != 30]


@pytest.mark.parametrize("workers", [[], ["--workers", 2]])
def test_ctrl_c_stops_at_once_and_leaves_a_run_to_resume(workers, faulty, corpus, undisturbed, tmp_path):
    source, out = corpus(3000), tmp_path / "out.jsonl"
    expected = undisturbed(source)
    process = faulty("clean", source, "-o", out, *workers, milliseconds=2)
    while not (tmp_path / "out.jsonl.journal").exists():
        time.sleep(0.02)
    stopped = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    status, _, err = finish(process)
    assert time.monotonic() - stopped < 5  # it would have worked on for longer
    assert status == 130
    assert "--resume goes on" in err
    assert "Traceback" not in err
    assert not out.exists()
    assert finish(faulty("clean", source, "-o", out, *workers, "--resume"))[0] == 0
    assert out.read_bytes() == expected


def test_no_worker_outlives_its_parent(faulty, corpus, tmp_path):
    process = faulty("clean", corpus(3000), "-o", tmp_path / "out.jsonl", "--workers", 2, milliseconds=2)
    while not (tmp_path / "out.jsonl.journal").exists():
        time.sleep(0.02)
    workers = children(process)
    assert len(workers) == 2
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    end = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in workers) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


def test_a_full_disk_is_named_and_the_run_goes_on_afterwards(faulty, corpus, undisturbed, tmp_path):
    source, out = corpus(1000), tmp_path / "out.jsonl"
    expected = undisturbed(source)

    def small_files():  # files may not grow over 100 kB, as on a disk that is nearly full
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    status, _, err = finish(faulty("clean", source, "-o", out, "--workers", 2, preexec_fn=small_files))
    assert status == 1
    assert f"{out}: File too large" in err
    assert "--resume goes on" in err
    assert not out.exists()
    assert finish(faulty("clean", source, "-o", out, "--resume"))[0] == 0
    assert out.read_bytes() == expected


def test_a_disk_that_is_full_from_the_start_leaves_nothing(faulty, corpus, tmp_path):
    source = corpus(1000)

    def no_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    status, _, err = finish(faulty("clean", source, "-o", tmp_path / "out.jsonl", preexec_fn=no_files))
    assert status == 1
    assert "File too large" in err
    assert "--resume" not in err
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_resume_refuses_other_input_and_other_options(faulty, corpus, tmp_path):
    source, out = corpus(3000), tmp_path / "out.jsonl"
    process = faulty("clean", source, "-o", out, milliseconds=2)
    while not (tmp_path / "out.jsonl.journal").exists():
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    finish(process)
    status, _, err = finish(faulty("clean", source, "-o", out, "--resume", "--provenance", "none"))
    assert (status, "options changed" in err) == (2, True)
    corpus(3001)
    status, _, err = finish(faulty("clean", source, "-o", out, "--resume"))
    assert (status, "inputs changed" in err) == (2, True)
    assert left_behind(tmp_path) == ["out.jsonl.journal", "out.jsonl.partial"]
