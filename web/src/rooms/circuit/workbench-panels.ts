/** Panels that have nothing to show before the larger engine is there: they come with it. */
import "../../components/bug-banner.js";
import "../../components/bug-panel.js";
import "../../components/forward-panel.js";
import "../../components/jacobian-view.js";
