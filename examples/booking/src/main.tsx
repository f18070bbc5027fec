import { render } from "preact";
import { BookingPage } from "./booking-page.js";
import "./style.css";

const root = document.getElementById("page");
if (root) render(<BookingPage />, root);
