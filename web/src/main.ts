/** The site. */
import "./styles/page.css";
import "./rooms/grad-site.js";
