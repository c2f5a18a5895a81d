"""How a typed date phrase is read: words, calendar arithmetic, rules, and the reasons for a refusal."""
