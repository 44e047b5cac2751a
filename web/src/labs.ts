/** The page of the labs. */
import "./styles/page.css";
import "./rooms/labs-site.js";
