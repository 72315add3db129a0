"""An invented district package: the machine's tests stand on it and do not change when policy does."""
