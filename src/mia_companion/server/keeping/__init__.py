"""Keys, their rotation, and backups: what is kept so that nothing is lost and nothing comes back.

data keys, wrapped ─▶ key_files ─▶ key_store          rotation.py adds versions and wraps anew
     ▲ a version of the key that wraps them: kek_file.py, or a service elsewhere: transit.py

the database ─▶ dump ─▶ archive ─▶ age ─▶ a file      nothing in the clear touches the disk
a file ─▶ age ─▶ archive ─▶ load ─▶ placing           nothing is replaced before all of it has held
"""
