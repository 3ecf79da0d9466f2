"""`python -m cop_desktop.ui.pictures FOLDER`: pictures of every page (see `ui.gallery`)."""

import sys

from cop_desktop.ui.gallery import main

sys.exit(main())
