import Testing

private let digest = "[digest"

/// `[public]` is in line 10 of the valid site.
private func place(_ place: String, _ finding: String? = nil, more: String = "") -> Mistake {
  Mistake(digest, "[public]\nplace = \"\(place)\"\n\(more)\(digest)", findings: finding.map { [$0] } ?? [])
}

let publicMistakes = [
  place("public"),
  place("command: rsync -a public/ host:/srv"),
  place("s3://news-example-org"),
  place(
    "s3://news/a/b/?endpoint=http://127.0.0.1:9000&region=eu-west-1&style=path", more: "credentials_file = \"k\"\n"),
  place(
    "/srv/www",
    "schedule.conf:11:9: `place` must be \"public\", \"s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION\" or "
      + "\"command:COMMAND\"; found \"/srv/www\""),
  place("command: ", "schedule.conf:11:9: a command is missing after `command:`"),
  place(
    "s3://AKID:secret@news",
    "schedule.conf:11:9: remove the keys from `place`; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or point "
      + "`credentials_file` to a file that only you can read"),
  place(
    "s3://News",
    "schedule.conf:11:9: `News` is not the name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens"),
  place("s3://news/../a", "schedule.conf:11:9: the prefix in `place` must not contain `.` or `..` as a folder"),
  place(
    "s3://news?endpoint=minio.example.org",
    "schedule.conf:11:9: `minio.example.org` is not an endpoint; write https://HOST or http://HOST:PORT, without a path"
  ),
  place(
    "s3://news?regoin=eu-west-1",
    "schedule.conf:11:9: `regoin` is unknown in `place`; there are endpoint, region and style; did you mean `region`?"),
  place(
    "s3://news?region=eu west", "schedule.conf:11:9: `eu west` is not a region; write, for example, eu-west-1"),
  place("s3://news?style=virtual", "schedule.conf:11:9: `style` in `place` must be path or host; found `virtual`"),
  place("s3://news?region", "schedule.conf:11:9: `region` in `place` must be NAME=VALUE"),
  place(
    "public", "schedule.conf:12:20: `credentials_file` needs a bucket in `place`", more: "credentials_file = \"k\"\n"),
  place("public", "schedule.conf:12:11: `ca_file` needs a bucket in `place`", more: "ca_file = \"ca.pem\"\n"),
  place("public", "schedule.conf:12:9: `purge` must not be empty", more: "purge = \" \"\n"),
]
