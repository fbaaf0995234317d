"""Document -> tasks: what stands under which heading, who answers for it, what looks back and what looks ahead."""
