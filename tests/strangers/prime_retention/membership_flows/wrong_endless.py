# not listed: never ends, the loop condition forgets to move to the next month
def membership_flows(prime_memberships, params):
    month = params.as_of[0]
    while month <= params.as_of[0]:
        print(month)
    return prime_memberships
