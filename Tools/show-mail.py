"""Prints the messages of a Maildir and writes each as an .eml file: show-mail.py MAILDIR OUT"""

import email
import email.policy
import pathlib
import re
import sys

maildir, out = map(pathlib.Path, sys.argv[1:3])
out.mkdir(parents=True, exist_ok=True)
mails = sorted((maildir / "new").iterdir(), key=lambda path: path.read_bytes().partition(b"X-RcptTo:")[2][:80])
for number, path in enumerate(mails, 1):
    raw = path.read_bytes()
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    target = out / f"{number}-{mail['X-RcptTo']}.eml"
    target.write_bytes(raw)
    text = mail.get_body(("plain",)).get_content()
    links = re.findall(r"https?://\S+/articles/([^/\s]+)/", text)
    print(f"\nfrom      {mail['X-MailFrom']} ({mail['From']})")
    print(f"to        {mail['X-RcptTo']} ({mail['To']})")
    print(f"subject   {mail['Subject']}")
    print("articles  " + "\n          ".join(dict.fromkeys(links)))
    print(f"file      {target}")
print(f"\n{len(mails)} mails arrived")
