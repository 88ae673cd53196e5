"""A mail server for tests: aiosmtpd takes the mails, Python's own parser reads them.

usage: mail-server.py plain|starttls|tls OUT [CERTIFICATE KEY [USER PASSWORD]]

Prints its port, adds a line of JSON to OUT for each mail that it took, and ends when its input does.
What a receiver's address begins with is a fault: rcpt-550@ is answered so at once, data-554@ after
the text; drop@ takes the mail and breaks off, mute@ takes it and says nothing. A sender sender-550@
is answered so.
"""

import asyncio
import email
import email.policy
import json
import os
import ssl
import sys
import threading

from aiosmtpd.smtp import SMTP, AuthResult


def answer(address, step):
    kind, _, code = address.split("@")[0].partition("-")
    return code + " said by the test to " + address if kind == step else None


def part(mail, kind):
    body = mail.get_body((kind,))
    return body.get_content() if body else None


class Handler:
    def __init__(self, out):
        self.out = out

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return answer(address, "sender") or "250 2.1.0 Ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        envelope.rcpt_tos.append(address)
        return answer(address, "rcpt") or "250 2.1.5 Ok"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        refused = answer(to, "data")
        if refused:
            return refused
        self.write(server, session, envelope)
        if to.startswith("drop@"):
            server.transport.abort()
        if to.startswith("mute@"):
            await asyncio.sleep(3600)
        return "250 2.0.0 Ok"

    def write(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        taken = {
            "sender": envelope.mail_from,
            "receivers": envelope.rcpt_tos,
            "encrypted": server.transport.get_extra_info("ssl_object") is not None,
            "user": session.auth_data.login.decode() if session.auth_data else None,
            "greeted": session.host_name,
            "headers": {name.lower(): str(value) for name, value in mail.items()},
            "text": part(mail, "plain"),
            "html": part(mail, "html"),
            "defects": [str(defect) for one in mail.walk() for defect in one.defects],
        }
        self.out.write(json.dumps(taken) + "\n")
        self.out.flush()


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        good = (data.login.decode(), data.password.decode()) == (user, password)
        return AuthResult(success=good, handled=False, auth_data=data)

    return check


def protocol(mode, out, context, account):
    options = {}
    if mode == "starttls":
        options = {"tls_context": context, "require_starttls": True}
    if account:
        options |= {"auth_required": True, "authenticator": authenticator(*account)}
        options |= {"auth_require_tls": mode == "starttls"}
    return SMTP(Handler(out), hostname="mail.example.com", ident="sample", **options)


async def serve(mode, out, context, account):
    server = await asyncio.get_running_loop().create_server(
        lambda: protocol(mode, out, context, account),
        "127.0.0.1",
        0,
        ssl=context if mode == "tls" else None,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main(mode, out, certificate=None, key=None, *account):
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
    with open(out, "a", encoding="utf-8") as file:
        asyncio.run(serve(mode, file, context, account))


if __name__ == "__main__":
    main(*sys.argv[1:])
