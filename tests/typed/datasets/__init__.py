"""No tables: the exercise brings its own inputs."""
