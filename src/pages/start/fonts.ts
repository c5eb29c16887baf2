/** The faces of the page: they come once it can be read and used, in faces that are there. */
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
