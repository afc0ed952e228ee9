"""Shared by crash-web.py, bench-web.py and ten-weeks.py: tokens, and an SMTP server that reads the letters."""

import asyncio
import base64
import collections
import hashlib
import hmac
import quopri
import re
import threading
import time


def subscription_tokens(site, count):
    """The tokens of the first subscriptions, by number, created as the ledger does (Sources/Model/Readers/Tokens.swift)."""
    secret = base32(site.query("SELECT value FROM note WHERE key = 'secret'")[0][0])
    return [token(secret, number) for (number,) in site.query(f"SELECT id FROM subscription ORDER BY id LIMIT {count}")]


def token(secret, number):
    octets = number.to_bytes(8, "big")
    seal = hmac.new(secret, b"unsubscribe:" + octets, hashlib.sha256).digest()[:16]
    return base64.b32encode(octets + seal).decode().rstrip("=").lower()


def base32(text):
    return base64.b32decode(text.upper() + "=" * (-len(text) % 8))


class Mailbox:
    """An SMTP server on a thread. Keeps, for each recipient, when the exchange of each accepted message began, and the paths of the
    links in letters. With `keeps`, all messages."""

    def __init__(self, keeps=False):
        self.keeps = keeps
        self.refuses = set()  # recipients
        self.clear()

    def clear(self):
        self.begun = collections.defaultdict(list)  # by recipient: moments of `DATA`, of accepted messages
        self.links = {}  # by recipient: the path of the newest letter's link to confirm
        self.messages = collections.defaultdict(list)

    def start(self):
        ready = threading.Event()

        def work():
            loop = asyncio.new_event_loop()
            server = loop.run_until_complete(asyncio.start_server(self.session, "127.0.0.1", 0, limit=1 << 20))
            self.port = server.sockets[0].getsockname()[1]
            ready.set()
            loop.run_forever()

        threading.Thread(target=work, daemon=True).start()
        ready.wait()

    async def session(self, reader, writer):
        try:
            writer.write(b"220 box\r\n")
            recipient = None
            while line := await reader.readline():
                verb = line[:4].upper()
                if verb == b"EHLO":
                    writer.write(b"250-box\r\n250-PIPELINING\r\n250 8BITMIME\r\n")
                elif verb == b"RCPT":
                    recipient = re.search(rb"<([^>]*)>", line)[1].decode()
                    if recipient in self.refuses:
                        recipient = None
                    writer.write(b"250 ok\r\n" if recipient else b"550 5.1.1 no such mailbox\r\n")
                elif verb == b"DATA" and not recipient:
                    writer.write(b"554 5.5.1 no recipient\r\n")
                elif verb == b"DATA":
                    begun = time.monotonic()
                    writer.write(b"354 go\r\n")
                    await writer.drain()
                    body = await reader.readuntil(b"\r\n.\r\n")
                    self.accept(recipient, begun, body)
                    writer.write(b"250 ok\r\n")
                elif verb == b"QUIT":
                    writer.write(b"221 bye\r\n")
                    await writer.drain()
                    break
                else:
                    writer.write(b"250 ok\r\n")
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def accept(self, recipient, begun, body):
        # "You already follow this" answers a request that was sent again after its reader had confirmed: another letter.
        if not self.keeps and b"/confirm/" not in quopri.decodestring(body) and recipient in self.links:
            return
        self.begun[recipient].append(begun)
        if self.keeps:
            self.messages[recipient].append(body)
        elif b"/confirm/" in body or b"/confirm=" in body:
            found = re.search(rb"/confirm/[a-z0-9]+", quopri.decodestring(body))
            if found:
                self.links[recipient] = found[0].decode()
