"""What is kept: each a frozen record with an identity, two times and a revision."""
