/// Private keys for tests; they are public.
package enum SampleKeys {
  /// RSA, 2048 bits.
  package static let rsa = """
    -----BEGIN PRIVATE KEY-----
    MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCWGKKJCndo+mas
    FtMHp4eewdQpWlpFHMhH981JDxX2gWa+ilJhm4kFBN9aFA1G5h/rP0atNjfyiXw2
    L0Tp/eVH0zI7U6FgrCxFx31En/WDGpB6e8AqEumbhMeSVBhwSW3VytvaDq0Janjy
    spZA+TLd9w2xV6TI9Zcpx/aQVgJaArZfaJHkvUzSkg8dJ9wMjs/GIJmshyyiJpp3
    7M78yk/sWo7Df+JwtKCuamujtqvVnZ0WJU01/V4Q69LB7314PBARg0HkgRlEnv1K
    bu2uHuF2Y0cxhVn8uYxsntkpTZBw+6PFMgbLRdgM4opxslb0J4hjOk+NHQWPnGV+
    APym970RAgMBAAECggEAF9pcYijupxk8HdcWvF2sWNd2zweT1u3nCkDgN98U33Lb
    ECbNRsO/97M5h4guP/ksU2df5QD7zSh6O+YxLnpx6IMwtWrp94IFGyXDy5ccHjSn
    hz+JX2ZYB6YHTULeC2Iv+UzeuX2hlCB+jhtBc5vmsI2leGx0PJeC6Vnk3jU89G7B
    mnuSxSluwOIEcdlISdDdh+QZpUdUYdZ91xlgPv9tu21QWdsBFeAiqvJHrOm0fXfm
    eZqgO5LyE9jT2p35/tXgWZbox2WvztYbi5J8W53iTwPshkeCw3O5dyrNoi+72q3t
    pIyCTjv+BR2JWo/Lx26hFg7boVrivixEGmB1GKUyDQKBgQDHk8DPQNpQp4BpOpp7
    n/24QMJ1wK08BuNY7Km2+ik+NpMksRawur06bfsesaATyZoGKM7d1zvyDTm9F4wn
    TbHccisQ9WtKvH5GBsTDmXH2WuKyujOxwKuYP3k2Mz9FbhFNvzl6UMuN6PsZVwfI
    Py5dpLlrs5SwS+eeSZi9dNHmuwKBgQDAh7ySw9XpHGzIRozVII/UbHoyiXuo2oKO
    qUsfeS+p/H6KUQ5yT1CvWbRH+cwIeKXRibAn4wQKyASVDWy8UzK934QuH9DUlxMQ
    i+eEggBFUXldYKF94l/6pL8RxIr2IHDz0JRdUNtGmRyx60W/LEY2WoOAz9wl8lir
    nDgVSNo8owKBgQDFXP5tdqru29aHOacP3lYgYhpsLFCkbgNiKxhilN04Yuv8ewv/
    VYxQPfb6kZnGN7YTpUN96p2jbyTMNH8rVxAu+tBQAwNJc0JEqejnrdUfVR2etbjt
    baXD9/E8gk1tsb1270Y+Caxi+CVpF8Hga2rEvGOJeJvwBABXblyX7vCshQKBgDrV
    f+etlqG8wPVWsdSzNaCpYZIt9y77Tyg/TaiZhNpCQX0NFggSesqK9A+GozX3gFyO
    4djeg66zvsq5pn/KQNhLBH5/1HYSkI3e4unYPDLymc7SJ6drVP8n9wd78ycRdNLc
    62m0ur1RLraj+dVYt0AG2uazHkguTbBrdavzblVXAoGBAMQ4CEnYnGfSKFca2ipE
    QiPKxRt/He/YvbT541R9KK1rlxElzX+uKBoycRW3KSRxN9H7ga4Pxtw75HMu5+lV
    3nZyhG9y4x/eAGyj28krCZ5T+5g+f8TYtHx4be2CxMasnDORVQulkF5GvvoIPv3h
    DzyRozfphP4HqUxOyQkY6Mlr
    -----END PRIVATE KEY-----
    """

  package static let ed25519 = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEINMekdwNfiiZ9yGx+1p49sWUbRzBvqXhoVjDLk1CgGef
    -----END PRIVATE KEY-----
    """
}
