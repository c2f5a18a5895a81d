"""Two copies of one journal made one."""
