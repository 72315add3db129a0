"""The formats of files, one each: bytes in, a scan out."""
