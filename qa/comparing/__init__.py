"""Whether two answers are one: sameness, the event they speak of, and whether there can be but one."""
