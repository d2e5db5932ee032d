"""Where things are kept; answers the ports of workflow."""
