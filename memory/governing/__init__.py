"""What a person may do with what is known of them. Each service is theirs alone: another's id is answered as a missing one."""
