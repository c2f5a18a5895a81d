"""The kinds of moment that recur."""
