/** The page of the Reference room. */
import "./styles/page.css";
import "./rooms/reference-site.js";
