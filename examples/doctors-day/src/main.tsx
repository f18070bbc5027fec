import { render } from "preact";
import { DayPage } from "./day-page.js";
import "./style.css";

const root = document.getElementById("page");
if (root) render(<DayPage />, root);
