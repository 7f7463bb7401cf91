# the function has other parameter names than the tables
def retention_curve(users, logins, p):
    return users
