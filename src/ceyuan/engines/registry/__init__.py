"""Who is who: names of organisations, and decisions about which of them mean one."""
