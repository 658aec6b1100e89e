"""Script: detect whether text is Simplified or Traditional, and convert it to one."""
