"""The generators of Larkspur, the synthetic store. See README.md.

The engine loads this folder by path as the package `larkspur`; it is not installed.
"""
