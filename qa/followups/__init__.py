"""What a follow-up can mean: what leans on earlier turns, and which reading of it is likeliest."""
