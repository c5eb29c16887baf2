/** The faces of the page, titles in the one weight they have: they come once it can be read and used, in faces that are there. */
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource/source-serif-4/600.css';
