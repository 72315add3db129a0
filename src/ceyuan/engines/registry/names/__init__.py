"""Chinese names of organisations: read into parts, compared with reasons, looked up among many.

spelling    one spelling for width, script, brackets, noise
parts       what a name is made of          parse     reads a name into parts
compare     how sure two names mean one body, and why
index       which of many names are worth comparing with one
link        which known organisation a name means
"""
