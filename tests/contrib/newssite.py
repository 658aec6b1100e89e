"""A news site on this machine: pages in GBK and UTF-8, a broken one, and one that spammers have been at."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = """<html><head><title>渡口夜航恢复_江边晚报</title></head><body><h1>渡口夜航恢复</h1>
<div class="info">2021-03-05 08:12　来源：江边晚报</div><div class="content">
<p>停航两个月的青石渡口昨晚恢复夜航，第一班船在七点四十分离岸，船上坐了三十多名下班的居民。</p>
<p>船工老卢说，码头换了新的照明灯，雾大的日子也能看清对岸的趸船，夜航最后一班开到晚上十点。</p>
<p>镇交通站表示，夜航票价与白天相同，学生凭证件免票，遇到五级以上大风仍会停航，并提前在渡口公告。</p>
</div><p>责任编辑：苏敏</p></body></html>"""
BODY = (
    "停航两个月的青石渡口昨晚恢复夜航，第一班船在七点四十分离岸，船上坐了三十多名下班的居民。\n"
    "船工老卢说，码头换了新的照明灯，雾大的日子也能看清对岸的趸船，夜航最后一班开到晚上十点。\n"
    "镇交通站表示，夜航票价与白天相同，学生凭证件免票，遇到五级以上大风仍会停航，并提前在渡口公告。"
)
SPAM = ARTICLE.replace("第一班船", "乐鱼体育官网第一班船").replace(
    "</body>", "<p>友情链接：<a href='/a'>老城网</a> <a href='/b'>河东在线</a> <a href='/c'>南岸热线</a></p></body>"
)
# A character cut in two, a tag that never ends, and bytes of no encoding.
BROKEN = ARTICLE.encode("gbk").replace("老卢".encode("gbk"), "老卢".encode("gbk")[:3]) + b"<div \xff\xff\x80"
PAGES = {
    "gbk": ("text/html", ARTICLE.encode("gbk")),
    "utf8": ("text/html; charset=utf-8", ARTICLE.encode()),
    "broken": ("text/html; charset=gbk", BROKEN),
    "spam": ("text/html; charset=utf-8", SPAM.encode()),
    "empty": ("text/html", b""),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        index = "".join(f"<a class=page href=/{name}>{name}</a>" for name in PAGES).encode()
        content_type, body = PAGES.get(self.path[1:], ("text/html", index))
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving():
    """Serve the site while the block runs; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
