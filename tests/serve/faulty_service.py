"""The service with a cleaner whose fate stands in the text (see tests/corpus/faulty.py), one worker and low limits."""

import faulty
import uvicorn

from newsclean.serve.app import create_app
from newsclean.serve.limits import Limits

LIMITS = Limits(max_bytes=10_000, record_timeout=1.0, read_timeout=1.0)


def main():
    app = create_app(faulty.Cleaner(), workers=1, limits=LIMITS)
    config = uvicorn.Config(app, port=0, log_level="warning")
    server = uvicorn.Server(config)
    listener = config.bind_socket()
    listener.listen()  # before the workers are ready
    print(f"listening on http://127.0.0.1:{listener.getsockname()[1]},", flush=True)
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
