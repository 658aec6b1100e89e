"""What is offered or searched for, pasted into sentences."""
