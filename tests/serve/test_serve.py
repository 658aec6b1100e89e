"""The service in a process of its own: pages, batches, limits, faults, and how it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="needs newsclean[serve]")
pytest.importorskip("uvicorn", reason="needs newsclean[serve]")
import newsclean
from newsclean.cli.serve import listen
from newsclean.record import dumps
from newsclean.serve.openapi import document
from service import running

TEXT = "雨停了，路通了。\n桥也修好了，居民说。"
PAGE = (TEXT + "\n责任编辑：林晓").encode("gb18030")


def error(answer):
    assert answer.headers["Content-Type"] == "application/json"
    return json.loads(answer.body)["error"]


class TestPages:
    def test_bytes_give_the_record_of_the_library(self, service):
        answer = service.post("/clean", PAGE)
        assert (answer.status, answer.headers["Content-Type"]) == (200, "application/json")
        assert answer.body == dumps(newsclean.clean(PAGE).to_dict())
        assert json.loads(answer.body)["text"] == TEXT

    def test_hints_and_choices_come_in_the_query(self, service):
        query = "id=7&url=http://a.cn/1&title=%E9%9B%A8%E5%81%9C%E4%BA%86&script=traditional&keep=byline&keep=title"
        answer = service.post(f"/clean?{query}&provenance=none&form=text", PAGE)
        cleaner = newsclean.Cleaner(script="traditional", keep=["byline", "title"])
        article = cleaner.clean(PAGE, id="7", url="http://a.cn/1", title="雨停了", form="text")
        assert answer.body == dumps(article.to_dict("none"))

    def test_the_content_type_of_the_request_is_that_of_the_page(self, service):
        page = "<meta charset=utf-8><p>雨</p>".encode("gbk")
        for header, query in [("text/html; charset=gbk", ""), (None, "?content_type=text/html;%20charset=gbk")]:
            record = json.loads(service.post(f"/clean{query}", page, header).body)
            assert record["encoding"] == {"name": "gb18030", "how": "given", "replaced": 0}

    def test_what_curl_calls_a_form_is_a_page(self, service):
        assert (
            service.post("/clean", PAGE, "application/x-www-form-urlencoded").body == service.post("/clean", PAGE).body
        )

    def test_a_json_record_keeps_its_other_fields(self, service):
        given = {"id": 12345678901234567890, "channel": "社会", "html": f"<p>{TEXT}</p>", "url": "http://a.cn/1"}
        record = json.loads(service.post("/clean?url=http://b.cn", dumps(given), "application/json").body)
        assert {name: record[name] for name in given} == given
        assert record["text"] == newsclean.clean(given["html"], form="html").text

    @pytest.mark.parametrize(
        ("body", "content_type", "status", "reason"),
        [
            (b"{", "application/json", 422, "invalid JSON: Expecting property name"),
            (b"\xff", "application/json", 422, "not UTF-8: byte 0xff at offset 0"),
            (b"[]", "application/json; charset=utf-8", 422, "a record is a JSON object, this is an array"),
            (b'{"id": 1}', "application/ld+json", 422, "no text: none of the fields"),
            (b'{"text": 7}', "application/json", 422, "no text: field 'text' is neither"),
            (b"--x", "multipart/form-data; boundary=x", 415, "--data-binary"),
            (b"{}", "application/x-ndjson", 415, "/batch"),
        ],
    )
    def test_a_body_that_is_no_page_says_why(self, service, body, content_type, status, reason):
        answer = service.post("/clean", body, content_type)
        assert (answer.status, error(answer)["status"]) == (status, status)
        assert reason in error(answer)["reason"]

    @pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"\x00" * 1000, b"<" * 5000, "\ufeff".encode()])
    def test_any_bytes_give_a_record(self, service, body):
        assert service.post("/clean", body).body == dumps(newsclean.clean(body).to_dict())

    @pytest.mark.parametrize(
        ("query", "reason"),
        [
            ("scirpt=keep", "no parameter 'scirpt'; did you mean 'script'?"),
            ("script=simplifed", "did you mean 'simplified'?"),
            ("keep=advertisment", "did you mean 'advertisement'?"),
            ("provenance=ful", "did you mean 'full'?"),
            ("form=htm", "did you mean 'html'?"),
            ("id=1&id=2", "id: given twice"),
        ],
    )
    def test_a_wrong_parameter_is_named(self, service, query, reason):
        answer = service.post(f"/clean?{query}", PAGE)
        assert answer.status == 400
        assert reason in error(answer)["reason"]

    def test_a_coded_body_is_refused(self, service):
        answer = service.request("POST", "/clean", b"", {"Content-Encoding": "gzip"})
        assert (answer.status, "gzip" in error(answer)["reason"]) == (415, True)

    def test_wrong_paths_and_methods_are_json_errors_too(self, service):
        assert error(service.request("GET", "/clean"))["status"] == 405
        assert error(service.request("GET", "/cleen"))["status"] == 404


def sent_in_chunks(service, path):
    """Open a request of unknown length; return what writes to it, and its connection."""
    connection = service.connect()
    connection.putrequest("POST", path)
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    return (lambda data: connection.send(b"%x\r\n%s\r\n" % (len(data), data))), connection


class TestBatches:
    LINES = (
        dumps({"id": 1, "text": TEXT + "\n责任编辑：林晓", "n": [1]}),
        b"",
        b"{",
        "雨停了".encode("gbk"),
        dumps({"id": 2, "html": "<p>路通了。</p>"}),
        b"[]",
        b'{"id": 3, "text": null}',
        b'{"id": 4, "text": "\\ud800"}',
    )

    def test_records_come_back_in_order_as_the_command_writes_them(self, service, tmp_path):
        (tmp_path / "in.jsonl").write_bytes(b"\n".join(self.LINES))
        command = [sys.executable, "-m", "newsclean", "clean", "-q", "in.jsonl", "--rejects", "bad.jsonl"]
        done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, timeout=60)
        answer = service.post("/batch", b"\n".join(self.LINES))
        lines = answer.body.splitlines()
        failed = [json.loads(line)["error"] for line in lines if line.startswith(b'{"error"')]
        assert (answer.status, answer.headers["Content-Type"]) == (200, "application/x-ndjson")
        assert [line for line in lines if not line.startswith(b'{"error"')] == done.stdout.splitlines()
        assert [bool(line.startswith(b'{"error"')) for line in lines] == [False, True, True, False, True, True, False]
        rejects = [json.loads(line) for line in (tmp_path / "bad.jsonl").read_bytes().splitlines()]
        assert failed == [r | {"place": r["place"].replace("in.jsonl:", "line "), "status": 422} for r in rejects]

    def test_choices_come_in_the_query(self, service):
        line = json.loads(service.post("/batch?script=traditional&provenance=none", self.LINES[0]).body)
        assert (line["text"].split("\n")[0], line["repairs"]) == ("雨停了，路通了。", [])
        assert line["script"]["output"] == "traditional"
        assert service.post("/batch?script=x", self.LINES[0]).status == 400
        assert service.post("/batch?url=x", self.LINES[0]).status == 400
        assert service.post("/batch", b"", "multipart/form-data").status == 415

    def test_a_record_is_answered_before_the_next_is_sent(self, service):
        send, connection = sent_in_chunks(service, "/batch")
        send(b'\xef\xbb\xbf{"id": 0, "text": "\xe7\x94\xb2\xe3\x80\x82"}\n')
        answer = connection.getresponse()
        assert json.loads(answer.readline())["id"] == 0
        for n in range(1, 4):
            send(b'{"id": %d, ' % n)
            send(b'"text": ""}\n')
            assert json.loads(answer.readline())["id"] == n
        send(b'{"id": "last", "text": ""}')
        connection.send(b"0\r\n\r\n")
        assert [json.loads(line)["id"] for line in answer.read().splitlines()] == ["last"]

    def test_a_client_that_sends_all_before_it_reads_gets_all_and_memory_does_not_grow(self, faulty):
        """Twenty megabytes each way are more than all buffers between the two hold."""
        text, count = "甲" * 3000, 2500
        faulty.post("/batch", dumps({"id": 0, "text": text}))
        before = peak(faulty.process.pid)
        answer = faulty.post("/batch", b"\n".join(dumps({"id": n, "text": text}) for n in range(count)))
        records = [json.loads(line) for line in answer.body.splitlines()]
        assert [record["id"] for record in records] == list(range(count))
        assert {record["text"] for record in records} == {text}
        if before:
            assert peak(faulty.process.pid) - before < 10_000

    def test_a_client_that_goes_away_costs_nothing_but_its_own_records(self, service):
        send, connection = sent_in_chunks(service, "/batch")
        send(self.LINES[0] + b"\n" + self.LINES[4][:5])
        connection.getresponse().readline()
        connection.sock.close()
        assert service.post("/clean", PAGE).status == 200


def peak(pid):
    """Return the most memory that a process has had, in kB; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


class TestLimits:
    def test_a_body_that_is_too_large_is_refused(self, faulty):
        for answer in (faulty.post("/clean", b"a" * 10_001), faulty.post("/clean", iter([b"a" * 5000] * 400))):
            assert (answer.status, error(answer)["reason"]) == (413, "longer than 10000 bytes")
        assert faulty.post("/clean", b"a" * 10_000).status == 200

    def test_who_asks_before_sending_is_told_at_once(self, faulty):
        with socket.create_connection(faulty.address.removeprefix("http://").split(":")) as sock:
            sock.sendall(b"POST /clean HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\nExpect: 100-continue\r\n\r\n")
            assert sock.recv(100).startswith(b"HTTP/1.1 413 ")

    def test_a_line_that_is_too_long_is_reported_in_its_place(self, faulty):
        lines = [dumps({"id": 1, "text": "甲"}), b"x" * 200_000, dumps({"id": 3, "text": "乙"})]
        one, two, three = map(json.loads, faulty.post("/batch", b"\n".join(lines)).body.splitlines())
        assert (one["id"], three["id"]) == (1, 3)
        assert two["error"] == {
            "place": "line 2",
            "status": 413,
            "stage": "read",
            "reason": "longer than 10000 bytes",
        }

    def test_a_body_that_stays_away_is_given_up(self, faulty):
        send, connection = sent_in_chunks(faulty, "/clean")
        send(b"a")
        assert connection.getresponse().status == 408
        send, connection = sent_in_chunks(faulty, "/batch")
        send(dumps({"id": 1, "text": "甲"}) + b"\n")
        one, two = map(json.loads, connection.getresponse().read().splitlines())
        assert (one["id"], two["error"]["status"], two["error"]["place"]) == (1, 408, "after line 1")

    def test_a_record_that_takes_too_long_ends_alone(self, faulty):
        answer = faulty.post("/clean", "慢".encode())
        assert (answer.status, error(answer)["stage"]) == (504, "worker")
        records = [{"text": "甲"}, {"text": "慢"}, {"text": "乙"}]
        one, two, three = map(json.loads, faulty.post("/batch", b"\n".join(map(dumps, records))).body.splitlines())
        assert (one["text"], two["error"]["status"], three["text"]) == ("甲", 504, "乙")
        assert two["error"]["raw"] == dumps(records[1]).decode()

    def test_the_service_is_well_while_all_workers_are_busy(self, faulty):
        thread = threading.Thread(target=faulty.post, args=("/clean", "慢".encode()))
        thread.start()
        states = []
        while thread.is_alive():
            states.append(json.loads(faulty.request("GET", "/health").body)["busy"])
        assert {*states} >= {1}


class TestFaults:
    def test_an_error_of_the_cleaner_is_told(self, faulty):
        answer = faulty.post("/clean", "毒".encode())
        assert (answer.status, error(answer)["stage"], error(answer)["reason"]) == (500, "clean", "ValueError: poison")

    def test_a_record_that_kills_its_workers_is_told_and_the_others_are_done(self, faulty):
        records = [{"id": n, "text": text} for n, text in enumerate(["甲", "杀", "乙", "毒", "丙"])]
        lines = [*map(json.loads, faulty.post("/batch", b"\n".join(map(dumps, records))).body.splitlines())]
        assert [line.get("id") for line in lines] == [0, None, 2, None, 4]
        assert lines[1]["error"]["reason"] == "ended 3 workers"
        assert lines[3]["error"]["reason"] == "ValueError: poison"

    @pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
    def test_a_worker_that_is_killed_loses_no_record(self, service):
        for _ in range(2):
            for child in children(service.process.pid):
                os.kill(child, signal.SIGKILL)
            assert service.post("/clean", PAGE).status == 200
        assert len(service.post("/batch", b"\n".join([dumps({"text": TEXT})] * 40)).body.splitlines()) == 40


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(newsclean.__file__).parents[1])}
SERVE = ("-m", "newsclean", "serve", "--workers", "1", "--port")


class TestStartAndStop:
    @pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
    def test_it_finishes_what_it_has_begun_and_leaves_nothing_behind(self, stop):
        with running(*SERVE, "0") as service:
            send, connection = sent_in_chunks(service, "/clean")
            send(PAGE[:7])
            assert json.loads(service.request("GET", "/health").body)["workers"] == 1
            workers = children(service.process.pid) if Path("/proc/self/task").exists() else []
            service.process.send_signal(stop)
            send(PAGE[7:])
            connection.send(b"0\r\n\r\n")
            assert connection.getresponse().read() == dumps(newsclean.clean(PAGE).to_dict())
            assert service.process.wait(60) == 0
            assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]

    def test_it_listens_on_this_machine_alone(self, service):
        assert service.address.startswith("http://127.0.0.1:")

    def test_an_answer_is_not_held_back_for_the_clients_leave(self):
        with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
            accepted, _ = listener.accept()
            assert accepted.proto == socket.IPPROTO_TCP  # what asyncio looks at before it sets TCP_NODELAY
            accepted.close()

    def test_a_port_that_is_taken_is_named(self, service):
        port = service.address.rsplit(":", 1)[1]
        done = subprocess.run(
            [sys.executable, *SERVE, port], capture_output=True, text=True, env=ENVIRONMENT, timeout=60
        )
        assert done.returncode == 2
        assert done.stderr == f"newsclean: cannot listen on 127.0.0.1:{port}: Address already in use\n"

    def test_without_its_extra_it_says_what_to_install(self):
        code = "import sys; sys.modules['uvicorn'] = None; from newsclean import cli; sys.exit(cli.run(['serve']))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
        assert (done.returncode, "pip install 'newsclean[serve]'" in done.stderr) == (2, True)


class TestManual:
    def test_the_document_tells_of_the_record_as_it_is(self, service):
        told = json.loads(service.request("GET", "/openapi.json").body)
        assert told == json.loads(json.dumps(document()))
        assert list(told["components"]["schemas"]["Record"]["properties"]) == list(newsclean.clean("").to_dict())
        assert told["info"]["version"] == newsclean.__version__

    def test_the_page_needs_nothing_of_the_network(self, service):
        answer = service.request("GET", "/")
        assert answer.headers["Content-Type"].startswith("text/html")
        assert b"openapi.json" in answer.body
        assert b"//" not in answer.body.replace(b"<!doctype", b"")

    def test_health_tells_of_version_and_workers(self, service):
        state = json.loads(service.request("GET", "/health").body)
        assert state == {"status": "ok", "version": newsclean.__version__, "workers": 2, "busy": 0}
