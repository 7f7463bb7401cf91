# not listed: eats memory without end
def user_sessions(clickstream):
    waste = []
    while True:
        waste.append(bytearray(50_000_000))
