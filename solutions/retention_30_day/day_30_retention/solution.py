import pandas as pd

THIRTY_DAYS = pd.Timedelta(days=30)


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]

    # normalize() cuts a timestamp to its date, so that differences are whole calendar days.
    signups = customers.assign(signup_date=customers["signup_ts"].dt.normalize())
    eligible = signups[signups["signup_date"] + THIRTY_DAYS <= as_of]

    # The inner merge leaves out missing and unknown ids; nunique() counts a customer once.
    pairs = eligible.merge(visits, on="customer_id")
    on_day_30 = pairs["visit_ts"].dt.normalize() - pairs["signup_date"] == THIRTY_DAYS
    retained = pairs.loc[on_day_30, "customer_id"].nunique()

    return pd.DataFrame(
        {
            "eligible": [len(eligible)],
            "retained": [retained],
            "retention": [retained / len(eligible) if len(eligible) else None],
        }
    )
