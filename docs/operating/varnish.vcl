# Varnish in front of Dateline: /etc/varnish/default.vcl, with your own host name in its two places; TLS ends in front of it.
vcl 4.1;

import directors;
import std;

backend one {
    .host = "127.0.0.1";
    .port = "3001";
}

backend two {
    .host = "127.0.0.1";
    .port = "3002";
}

sub vcl_init {
    new dateline = directors.round_robin();
    dateline.add_backend(one);
    dateline.add_backend(two);
}

sub vcl_recv {
    if (req.http.Host !~ "(?i)^statements\.example\.org(:[0-9]+)?$") {
        return (synth(421));
    }
    # Nothing that a client could have written passes for the host or the address, or tells answers apart.
    set req.http.Host = "statements.example.org";
    set req.http.X-Forwarded-For = client.ip;
    # Varnish counts its requests from each start on: the second makes the number one that comes once.
    set req.http.X-Request-Id = std.time2integer(now, 0) + "-" + req.xid;
    unset req.http.X-Forwarded-Host;
    unset req.http.Forwarded;
    unset req.http.Cookie;
    unset req.http.Authorization;
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.url ~ "^/(oai|healthz|readyz)([?]|$)" || req.url ~ "^/download/") {
        return (pass);
    }
    return (hash);
}

# What one instance did not answer, because it was just restarted, goes to the one and the other in turn.
sub vcl_backend_fetch {
    if (bereq.retries == 0) {
        set bereq.backend = dateline.backend();
    } else if (bereq.retries == 2) {
        set bereq.backend = one;
    } else {
        set bereq.backend = two;
    }
}

sub vcl_backend_response {
    if (bereq.uncacheable) {
        return (deliver);
    }
    # Whole lists, of any size, have no length; errors and what watches the site say no-store.
    if (beresp.status == 200 && beresp.http.Cache-Control == "no-cache" && beresp.http.Content-Length) {
        # Each answer is kept for a second, and then asked for again with its ETag: an import shows within that second.
        set beresp.ttl = 1s;
        set beresp.grace = 0s;
        set beresp.keep = 1d;
    } else {
        set beresp.ttl = 1s;
        set beresp.uncacheable = true;
    }
    return (deliver);
}

# What is not only read is sent once.
sub vcl_backend_error {
    if ((bereq.method == "GET" || bereq.method == "HEAD") && bereq.retries < 3) {
        return (retry);
    }
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
