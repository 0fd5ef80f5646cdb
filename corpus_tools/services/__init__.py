"""What the tools do, one module for each verb: functions that the command line, and other programs, call."""
