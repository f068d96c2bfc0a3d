const entries = [{% for one in entries %}
{{ one|tojson }}{{ "," if not loop.last }}{% endfor %}
];
