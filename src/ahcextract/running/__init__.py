"""Running over many documents: what to do, who does it, what is done already."""
